"""What is handed to those who fill in and send data: the empty workbook, the marked copy, running numbers."""
