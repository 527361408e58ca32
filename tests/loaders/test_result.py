from loaders.result import Findings, LoadResult, Place, Problem, Severity


def test_a_problem_reads_as_a_sentence() -> None:
    problem = Problem("claims.csv", 17, "start", "there is no day 2021-02-31", "write a date that exists")
    assert str(problem) == "claims.csv, row 17, column start: there is no day 2021-02-31; write a date that exists"
    assert str(Problem("claims.csv", 0, "", "the table is empty", "")) == "claims.csv: the table is empty"


def test_problems_are_ordered_and_each_is_told_once() -> None:
    findings = Findings()
    findings.warn(Place("b.csv", 3, "id"), "odd")
    findings.error(Place("b.csv", 10), "wrong")
    findings.error(Place("b.csv", 3, "name"), "wrong")
    findings.error(Place("b.csv", 3, "name"), "wrong")
    findings.error(Place("z.csv"), "wrong")
    findings.error(Place("a.csv", 9), "wrong")
    found = findings.ordered({"b.csv": ("name", "id"), "a.csv": ()})
    assert [(problem.file, problem.row, problem.column) for problem in found] == [
        ("b.csv", 3, "name"),
        ("b.csv", 3, "id"),
        ("b.csv", 10, ""),
        ("a.csv", 9, ""),
        ("z.csv", 0, ""),
    ]


def test_only_errors_fail_and_only_lost_rows_leave_a_file_incomplete() -> None:
    warned, wrong, lost = Findings(), Findings(), Findings()
    warned.warn(Place("a.csv", 2), "odd")
    wrong.error(Place("a.csv", 2), "wrong")
    lost.lose(Place("a.csv", 2), "cut off")
    assert [findings.failed for findings in (warned, wrong, lost)] == [False, True, True]
    assert [findings.wrong_at(Place("a.csv", 2)) for findings in (warned, wrong, lost)] == [False, True, True]
    assert [findings.whole("a.csv") for findings in (warned, wrong, lost)] == [True, True, False]


def test_errors_and_warnings_are_told_apart() -> None:
    error = Problem("a.csv", 1, "", "wrong", "")
    warning = Problem("a.csv", 2, "", "odd", "", Severity.WARNING)
    result = LoadResult(None, (error, warning))
    assert result.errors == (error,)
    assert result.warnings == (warning,)
