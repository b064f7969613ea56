"""Words of single trades, as data beside the code: kinds of units, words for persons, what is counted.

A rule holds for a museum, a hospital, a school and a town alike, so no pattern names any of them; which words there are
stands in the files of this folder. Each is a mapping whose values are words with blanks between them.
"""
