"""Reading files: one module for each kind, all of them run in a process of their own."""
