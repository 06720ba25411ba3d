"""The dialog that asks what of a review leaves the program, how, and where to."""
