"""A small folder of tables that a test may write, break and load."""

from pathlib import Path

PACKAGE = """{
  "name": "small",
  "resources": [
    {"name": "sources", "path": "sources.csv"},
    {"name": "entities", "path": "entities.csv"},
    {"name": "claims", "path": "claims.csv"}
  ]
}
"""
SOURCES = """id,title,publisher,date
plan,The implementation plan,Greater London Authority,December 2021
page,The page of the Board,Greater London Authority,November 2024
"""
ENTITIES = """id,kind,name,short_name,aliases
hedg,group,Health Equity Delivery Group,HEDG,
heg,group,Health Equity Group,HEG,
lhb,board,London Health Board,LHB,
mayor,post,Mayor of London,,the Mayor
khan,person,Sadiq Khan,,
assembly,body,London Assembly,,
boroughs,collective,London’s boroughs,,
"""
CLAIMS = """id,subject,kind,object,role,scope,start,source,locator,status,says
c-1,hedg,subgroup_of,heg,,,,plan,ch. 1,stated,The delivery group is a sub-group of the Health Equity Group.
c-2,heg,reports_to,lhb,,,,plan,ch. 1,stated,The group reports to the Board.
c-3,mayor,chairs,lhb,,,,plan,ch. 1,stated,The Mayor chairs the Board.
c-4,mayor,chairs,lhb,,,,page,Who we are,stated,The Board is chaired by the Mayor.
c-5,khan,holds_post,mayor,,,,plan,Foreword,stated,Sadiq Khan is Mayor of London.
c-6,assembly,scrutinises,mayor,,the annual report,,page,Who we are,stated,The Assembly examines the annual report.
c-7,boroughs,member_of,lhb,member,,,page,Who we are,stated,The boroughs sit on the Board.
"""


def write_tables(folder: Path, **changed: str) -> Path:
    """The folder, made with the small tables; `changed` holds the text of tables that differ."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "datapackage.json").write_text(PACKAGE, encoding="utf-8")
    for name, text in {"sources": SOURCES, "entities": ENTITIES, "claims": CLAIMS, **changed}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder
