"""Changes DICOM files the way a clinic's accidents do, by pydicom and not by our own writer.

changeDicom.py CHANGE FILE...   where CHANGE is JSON: {"set": {path: value}, "remove": [path], "keepShareOfPixels": 0.5}
A path is keywords joined by dots; a keyword that names a sequence goes on into all of its items.
Files are written anew, so that hard links to the same file elsewhere keep the old content.
"""

import json
import os
import sys

import pydicom


def owners(dataset, path):
    """The datasets that hold the last keyword of a path, and that keyword."""
    head, _, rest = path.partition(".")
    if not rest:
        return [(dataset, head)]
    return [found for item in dataset.get(head, []) for found in owners(item, rest)]


def change(dataset, wanted):
    for path, value in wanted.get("set", {}).items():
        for owner, keyword in owners(dataset, path):
            setattr(owner, keyword, value)
    for path in wanted.get("remove", []):
        for owner, keyword in owners(dataset, path):
            if keyword in owner:
                delattr(owner, keyword)


def cut(path, share):
    """A transfer that was cut short: the length of the pixel data stays what it was, its end is missing."""
    content = open(path, "rb").read()
    pixels = len(pydicom.dcmread(path).PixelData)
    return content[: len(content) - int(pixels * (1 - share))]


def main():
    wanted = json.loads(sys.argv[1])
    for path in sys.argv[2:]:
        aside = path + ".new"
        if "keepShareOfPixels" in wanted:
            with open(aside, "wb") as file:
                file.write(cut(path, wanted["keepShareOfPixels"]))
        else:
            dataset = pydicom.dcmread(path)
            change(dataset, wanted)
            dataset.save_as(aside)
        os.replace(aside, path)


main()
