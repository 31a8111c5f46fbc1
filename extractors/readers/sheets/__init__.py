"""What spreadsheets have in common: number formats as shown, used ranges, merged cells."""
