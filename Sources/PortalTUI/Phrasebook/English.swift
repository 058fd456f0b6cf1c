/// English.
struct English: Phrasebook {}
