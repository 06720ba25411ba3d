"""Practise: answer the customer before seeing what the agent said."""
