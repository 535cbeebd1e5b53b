"""Where every number comes from, recorded while it is computed.

The values that `lkjip.load` gives know the cell they stand in (`Angka`, `Teks`, `Tanggal`).
Arithmetic and the named formulas of the package give values that know their formula and inputs.
`lkjip.notebook` writes what is known beside each table, figure and value it shows.
"""
