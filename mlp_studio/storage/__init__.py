"""Everything that touches the disk: project files, run folders and `.npy` export."""
