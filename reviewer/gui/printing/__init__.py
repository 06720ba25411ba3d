"""Reviews on paper: pages laid out in lines and rows, for a PDF file or a printer."""
