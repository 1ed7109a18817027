// The editor of SPARQL in the place of the field, which works without it. It asks this server for one file.
import Yasqe from "@zazuko/yasqe"
import "@zazuko/yasqe/build/yasqe.min.css"
import "./sparql.css"

const field = document.querySelector("textarea#query")
const MOST = 60 // offers at a time

/** Return what is offered while somebody types: terms whose name or label begins with the words. */
const offered = (terms, words) => {
  const wanted = words.toLowerCase()
  const begins = ([term, ...labels]) =>
    term.toLowerCase().startsWith(wanted) || term.split(":")[1].toLowerCase().startsWith(wanted) ||
    labels.some(label => label.toLowerCase().startsWith(wanted))
  return terms.filter(term => begins(term) && term[0] !== words).slice(0, MOST)
}

const previous = (editor, token) => editor.getPreviousNonWsToken(editor.getDoc().getCursor().line, token)

/** A completer of classes (`a …`) or of properties, from the terms of the ontology and their labels. */
const completer = (name, terms, fits) => ({
  name,
  bulk: false,
  autoShow: true,
  isValidCompletionPosition: editor => {
    const token = editor.getCompleteToken()
    return /^[\p{L}:][\p{L}\p{N}:_-]*$/u.test(token.string) && token.string !== "a" && fits(editor, token)
  },
  get: (editor, token) => offered(terms, token.string).map(([term]) => term),
  postprocessHints: (editor, hints) => hints.map(hint => {
    const [, label] = terms.find(([term]) => term === hint.text)
    return {...hint, displayText: label ? `${hint.text}  ${label}` : hint.text}
  }),
})

const isType = (editor, token) => {
  const before = previous(editor, token)
  return Boolean(before) && ["a", "rdf:type", "rdfs:subClassOf"].includes(before.string)
}

const started = async () => {
  const {prefixes, classes, properties} = await (await fetch(field.dataset.vocabulary)).json()
  window.declared = new Set(prefixes) // those that the server knows without a declaration
  Yasqe.registerAutocompleter(completer("classes", classes, isType), true)
  Yasqe.registerAutocompleter(completer("properties", properties, (editor, token) => {
    const {state} = token
    return !isType(editor, token) && Boolean(state) && state.possibleCurrent.includes("a")
  }), true)

  const place = document.createElement("div")
  place.className = "editor"
  field.after(place)
  const ask = () => field.form.requestSubmit()
  const editor = new Yasqe(place, {
    value: field.value,
    autocompleters: ["variables", "classes", "properties"],
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    collapsePrefixesOnLoad: false,
    lineNumbers: true,
    foldGutter: false,
    gutters: ["gutterErrorBar", "CodeMirror-linenumbers"],
    editorHeight: "auto",
    viewportMargin: Infinity,
    screenReaderLabel: field.dataset.label,
    hintConfig: {
      extraKeys: {
        Tab: (_, hints) => {
          hints.close()
          field.form.querySelector("button").focus()
        },
      },
    },
    extraKeys: {
      ...Yasqe.defaults.extraKeys,
      Tab: false, // leaves the editor, as it leaves any field
      "Shift-Tab": false,
      "Ctrl-Enter": ask,
      "Cmd-Enter": ask,
      "Ctrl-S": false,
    },
  })
  field.hidden = true
  document.querySelector(`label[for=${field.id}]`).addEventListener("click", () => editor.focus())
  editor.on("change", () => { field.value = editor.getValue() })
  const line = Number(field.dataset.line)
  if (line) editor.addLineClass(line - 1, "background", "wrong")
}

if (field) started()
