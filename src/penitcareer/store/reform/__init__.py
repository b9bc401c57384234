"""A reform: the plain values of the law, changed before they become records of the domain."""
