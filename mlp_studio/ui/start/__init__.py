"""What one begins with: the start page, templates and architectures from files."""
