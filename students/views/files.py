"""Lists that can be had as files: which kinds there are, and how the API's document tells it."""

from drf_spectacular.types import OpenApiTypes

from config.api.query_params import ChoiceParam, QueryParams
from config.exports import MEDIA_TYPES

FILES = {(200, media): OpenApiTypes.BINARY for media in MEDIA_TYPES.values()}


class ExportParams(QueryParams):
    """Which kind of file."""

    format = ChoiceParam(list(MEDIA_TYPES), default="csv")
