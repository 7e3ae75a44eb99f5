#!/usr/bin/env python3
# Reads a GraphML file with networkx and igraph and prints what each found as JSON.
import json
import math
import sys
import warnings

import igraph
import networkx


def from_networkx(path):
    graph = networkx.read_graphml(path)
    return {
        "version": networkx.__version__,
        "directed": graph.is_directed(),
        "graph": {key: value for key, value in graph.graph.items() if key not in ("node_default", "edge_default")},
        "nodes": dict(graph.nodes(data=True)),
        "edges": [
            {"id": key, "source": source, "target": target, "attributes": data}
            for source, target, key, data in networkx.MultiDiGraph(graph).edges(keys=True, data=True)
        ]
        if graph.is_multigraph()
        else [
            {"id": data["id"], "source": source, "target": target, "attributes": data}
            for source, target, data in graph.edges(data=True)
        ],
    }


def present(attributes):
    """igraph's attributes without those it makes up for what the file leaves out: '' and NaN."""
    return {
        key: value
        for key, value in attributes.items()
        if value != "" and not (isinstance(value, float) and math.isnan(value))
    }


def from_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    names = graph.vs["id"]
    return {
        "version": igraph.__version__,
        "directed": graph.is_directed(),
        "graph": {key: graph[key] for key in graph.attributes()},
        "nodes": {vertex["id"]: present(vertex.attributes()) for vertex in graph.vs},
        "edges": [
            {
                "id": edge["id"],
                "source": names[edge.source],
                "target": names[edge.target],
                "attributes": present(edge.attributes()),
            }
            for edge in graph.es
        ],
    }


warnings.simplefilter("error")
json.dump({"networkx": from_networkx(sys.argv[1]), "igraph": from_igraph(sys.argv[1])}, sys.stdout)
