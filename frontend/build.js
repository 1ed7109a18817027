// Writes the bundles, what they are made of (THIRD-PARTY.txt) and their hashes (MANIFEST.json).
import {createHash} from "node:crypto"
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs"
import {build} from "esbuild"

const target = new URL("../src/partnerkg/serve/static/vendor/", import.meta.url)
const here = new URL("./", import.meta.url)

// Yasqe carries what asks other hosts (prefix.cc, Linked Open Vocabularies, an endpoint of DBpedia) and a list of
// prefixes from everywhere: none of it is taken along. It takes a prefix that the query does not declare for an
// error, and writes style into its elements, which the policy of our pages forbids: neither does it here.
// If a new version has other words for one of these, the build fails.
const CHANGED = [
  [/(?:[\w$]+ = "[^"]*", )*prefixes_default = \{[^}]*\}/g, "prefixes_default = {}"],
  [/completers = \[\s*conf\$3,\s*conf\$2,\s*conf\$1,\s*conf\s*\]/g, "completers = [conf$3]"],
  [/`\$\{r\}lov\.linkeddata\.es[^`]*`/g, '""'],
  [/o\.prefixes\[t\] === void 0 &&/g, "o.prefixes[t] === void 0 && !window.declared.has(t) &&"],
  [/<strong style='text-decoration:underline'>/g, "<strong>"],
  [/endpoint: "https:\/\/dbpedia\.org\/sparql"/g, 'endpoint: ""'],
]
const alone = {
  name: "nothing that asks other hosts",
  setup: bundling => bundling.onLoad({filter: /yasqe\.esm\.js$/}, ({path}) => {
    let contents = readFileSync(path, "utf8")
    for (const [words, instead] of CHANGED) {
      if ([...contents.matchAll(words)].length !== 1) throw new Error(`${words} is not there once`)
      contents = contents.replace(words, () => instead)
    }
    return {contents, loader: "js"}
  }),
}

rmSync(target, {recursive: true, force: true})
mkdirSync(target, {recursive: true})
await build({
  absWorkingDir: here.pathname,
  entryPoints: ["sparql.js"],
  outdir: target.pathname,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020"],
  legalComments: "none",
  logLevel: "warning",
  plugins: [alone],
})

const lock = JSON.parse(readFileSync(new URL("package-lock.json", here), "utf8"))
const packages = Object.entries(lock.packages).filter(([path, said]) => path && !said.dev && !said.optional)
const parts = packages.map(([path, said]) => {
  const folder = new URL(`${path}/`, here)
  const name = path.replace(/^.*node_modules\//, "")
  const file = readdirSync(folder).find(one => /^licen[cs]e/i.test(one))
  const text = file ? readFileSync(new URL(file, folder), "utf8").trim() : `Its package says: ${said.license}.`
  return `${name} ${said.version} (${said.license})\n\n${text}\n`
})
const head = "What the bundles beside this file are made of, each with its licence.\n"
writeFileSync(new URL("THIRD-PARTY.txt", target), [head, ...parts].join(`\n${"-".repeat(78)}\n\n`))

const files = {}
for (const name of readdirSync(target).sort()) {
  const data = readFileSync(new URL(name, target))
  files[name] = {sha256: createHash("sha256").update(data).digest("hex"), bytes: data.length}
}
writeFileSync(new URL("MANIFEST.json", target), `${JSON.stringify({files}, null, 2)}\n`)
