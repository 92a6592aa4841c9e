"""Model servers: engines on another machine, or in another program on this one, over HTTP."""
