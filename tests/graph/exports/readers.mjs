// Reads a network file with graphology and prints it as JSON: nodes and edges with attributes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, path, type] = process.argv.slice(2);
const load = createRequire(`${folder}/package.json`);
const { MultiDirectedGraph, MultiUndirectedGraph } = load("graphology");
const Kind = type === "directed" ? MultiDirectedGraph : MultiUndirectedGraph;
const text = readFileSync(path, "utf8");
const graph = path.endsWith(".gexf")
  ? load("graphology-gexf").parse(Kind, text)
  : path.endsWith(".graphml")
    ? load("graphology-graphml").parse(Kind, text)
    : Kind.from(JSON.parse(text));
process.stdout.write(JSON.stringify(graph.export()));
