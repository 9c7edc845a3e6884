"""What the missing could change: bounds, tipping point, and who left."""
