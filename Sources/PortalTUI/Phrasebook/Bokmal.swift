/// Norwegian bokmål.
struct Bokmal: Phrasebook {}
