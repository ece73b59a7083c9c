"""TensorFlow and Keras live here and nowhere else."""
