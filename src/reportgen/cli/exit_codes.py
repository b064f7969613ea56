"""What the exit code of a run says; the list that help pages show."""

EXIT_CODES = {
    0: "没有要报告的错误，要写的都写出了",
    1: "有错误（check 用 --fail-level 定哪一级算错）",
    2: "命令或文件用不了，文档做不成",
    3: "机器上缺东西，或者文件写不了",
    4: "程序内部错误，请报告",
}
"""By number. Scripts go by them; a command that deals with several files ends with the heaviest."""
