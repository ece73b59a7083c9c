"""Sweeps: studies of Optuna, which is imported here and nowhere else."""
