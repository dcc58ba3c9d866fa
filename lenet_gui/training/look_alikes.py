"""Look-alikes: characters of other scripts that people draw just like a digit.

Nobody could tell a Latin o from a zero or a q from a nine without the word around it. Taught that
these are no digits, a network doubts the digits that look like them, so they teach nothing. They
were chosen by eye from what Omniglot's drawers drew, out of the alphabets for training only.
"""

LOOK_ALIKES = frozenset(
    {
        "Balinese/character05",  # 7
        "Early_Aramaic/character02",  # 9
        "Early_Aramaic/character03",  # 1 with a flag
        "Early_Aramaic/character04",  # 4, or a 9 of straight lines
        "Early_Aramaic/character06",  # an open 4
        "Early_Aramaic/character12",  # 6
        "Early_Aramaic/character14",  # an open 9
        "Early_Aramaic/character16",  # 0
        "Early_Aramaic/character17",  # 1 with a flag
        "Early_Aramaic/character20",  # 4
        "Japanese_(katakana)/character24",  # a slanted 1
        "Japanese_(katakana)/character27",  # 7
        "Latin/character02",  # b: 6
        "Latin/character07",  # g: 9
        "Latin/character09",  # i without its dot: 1
        "Latin/character12",  # l: 1
        "Latin/character15",  # o: 0
        "Latin/character17",  # q: 9
        "Latin/character19",  # s: 5
        "Latin/character26",  # z: 2
        "Sanskrit/character13",  # 5
        "Sanskrit/character37",  # 3
        "Tagalog/character03",  # 3
    }
)
"""By their labels in Omniglot (Lake, Salakhutdinov, Tenenbaum, Science 350(6266), 2015)."""
