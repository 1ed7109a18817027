"""The tools over the Model Context Protocol, by the official SDK (extra `mcp`)."""

from __future__ import annotations

import json

from mcp import types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError

from partnerkg.errors import PartnerkgError, Suggestion, UnknownQuery
from partnerkg.pipeline.graph import KnowledgeGraph
from partnerkg.serve import resources
from partnerkg.serve.lines import Lines
from partnerkg.serve.tools import Tool, check, tools
from partnerkg.version import VERSION

JSON = "application/json"
INSTRUCTIONS = (
    "partnerkg is a knowledge graph of cultural partnerships. Every fact was read in a public page; "
    "use `why` or `show` for the words that prove it, and say so when an answer rests on an interpretation. "
    "`completeness` says whether the rows are all there is: never call an answer complete that is not. "
    "Start with `search`."
)


def server(graph: KnowledgeGraph) -> Server[dict[str, object]]:
    """Return the server of a graph; its tools only read."""
    known = {tool.name: tool for tool in tools(graph)}

    async def listed(
        context: ServerRequestContext[dict[str, object]], params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(tool) for tool in known.values()])

    async def called(
        context: ServerRequestContext[dict[str, object]], params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        try:
            return _result(_answer(known, params.name, params.arguments or {}))
        except PartnerkgError as error:
            return _result(str(error), is_error=True)

    async def resources_listed(
        context: ServerRequestContext[dict[str, object]], params: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        named = resources.listed(graph)
        return types.ListResourcesResult(
            resources=[
                types.Resource(uri=address, name=name, mime_type=JSON) for address, name in named.items()
            ]
        )

    async def resource_read(
        context: ServerRequestContext[dict[str, object]], params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        address = str(params.uri)
        try:
            text = json.dumps(resources.read(graph, address), ensure_ascii=False)
        except PartnerkgError as error:
            raise MCPError(types.INVALID_PARAMS, str(error)) from None
        content = types.TextResourceContents(uri=params.uri, mime_type=JSON, text=text)
        return types.ReadResourceResult(contents=[content])

    return Server(
        "partnerkg",
        version=VERSION,
        instructions=INSTRUCTIONS,
        on_list_tools=listed,
        on_call_tool=called,
        on_list_resources=resources_listed,
        on_read_resource=resource_read,
    )


async def run(graph: KnowledgeGraph) -> None:
    """Answer on standard input and output until the client ends."""
    one = server(graph)
    lines = Lines()
    async with stdio_server(lines) as (reading, writing):  # type: ignore[arg-type]
        lines.answers = writing
        await one.run(reading, writing, one.create_initialization_options())


def _answer(known: dict[str, Tool], name: str, given: dict[str, object]) -> str:
    if name not in known:
        raise UnknownQuery(name=name, suggestion=Suggestion(name, known))
    check(known[name], given)
    return json.dumps(known[name].answer(given), ensure_ascii=False)


def _described(tool: Tool) -> types.Tool:
    annotations = types.ToolAnnotations(read_only_hint=True, open_world_hint=False)
    return types.Tool(
        name=tool.name, description=tool.description, input_schema=tool.schema, annotations=annotations
    )


def _result(text: str, *, is_error: bool = False) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(text=text)], is_error=is_error)
