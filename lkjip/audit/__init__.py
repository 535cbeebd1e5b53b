"""A published report checked: its checksums, its numbers computed anew, its pages made anew."""
