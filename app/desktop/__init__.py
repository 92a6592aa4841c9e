"""Segue on a Linux desktop: launcher, icons and file types, by the freedesktop specifications."""
