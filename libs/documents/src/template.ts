/** How every document looks, in the language of Typst. What is printed comes as data, so that nothing in it is taken for markup. */
export const TEMPLATE = String.raw`
#let document-data = json(bytes(sys.inputs.document))
#let is-card = document-data.format == "CARD"

#set document(title: document-data.title, author: "BPJS Ketenagakerjaan", date: datetime(..document-data.on))
#set text(lang: document-data.language, font: "Libertinus Serif", size: if is-card { 8pt } else { 11pt })
#set page(
  width: if is-card { 85.6mm } else { 210mm },
  height: if is-card { 54mm } else { 297mm },
  margin: if is-card { 5mm } else { (x: 25mm, y: 22mm) },
  footer: if is-card { none } else { align(center, text(size: 8pt, document-data.footer)) },
)
#show heading: set text(size: if is-card { 10pt } else { 16pt })
#show heading: set block(below: if is-card { 2.5mm } else { 8mm })

= #document-data.title

#let facts-part(part) = grid(
  columns: (auto, 1fr),
  column-gutter: if is-card { 3mm } else { 8mm },
  row-gutter: if is-card { 1.6mm } else { 3mm },
  ..part.facts.map(((label, value)) => (text(fill: luma(70), label), strong(value))).flatten(),
)

#let table-part(part) = table(
  columns: (1fr,) * part.columns.len(),
  stroke: 0.4pt + luma(120),
  inset: 2mm,
  align: (column, _) => if column == 0 { left } else { right },
  table.header(..part.columns.map(strong)),
  ..part.rows.flatten(),
  ..part.total.map(strong),
)

#for part in document-data.parts {
  if part.kind == "FACTS" { facts-part(part) } else if part.kind == "TABLE" { table-part(part) } else { par(part.text) }
  v(if is-card { 1mm } else { 5mm })
}

#if is-card { place(bottom + left, text(size: 6pt, document-data.footer)) }
`;
