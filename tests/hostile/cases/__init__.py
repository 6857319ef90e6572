"""All hostile cases, by what they are made of."""

from tests.hostile.cases import addresses, characters, dates, markup, media, numbers, paths, regions, texts, yaml_files

TOGETHER = (
    *yaml_files.CASES,
    *characters.CASES,
    *markup.CASES,
    *texts.CASES,
    *addresses.CASES,
    *paths.CASES,
    *media.CASES,
    *dates.CASES,
    *numbers.CASES,
)
"""Cases that do not disturb one another: they all stand in one region."""
ALONE = regions.CASES
"""Cases that need a region of their own."""
