"""A city's units over three years, with cases for the rules across years and units."""
