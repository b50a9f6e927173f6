-- An item that is only proposed has no row: its round says all that would stand there.
delete from compact.item where standing = 'proposed';
