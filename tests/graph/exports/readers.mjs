// Reads network files with graphology and prints them as JSON: nodes and edges with attributes.
// A file's name says whether it is directed: name.directed.gexf.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, ...paths] = process.argv.slice(2);
const load = createRequire(`${folder}/package.json`);
const { MultiDirectedGraph, MultiUndirectedGraph } = load("graphology");

function read(path) {
  const Kind = path.includes(".undirected.") ? MultiUndirectedGraph : MultiDirectedGraph;
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".gexf")) return load("graphology-gexf").parse(Kind, text);
  if (path.endsWith(".graphml")) return load("graphology-graphml").parse(Kind, text);
  return Kind.from(JSON.parse(text));
}

process.stdout.write(JSON.stringify(paths.map((path) => read(path).export())));
