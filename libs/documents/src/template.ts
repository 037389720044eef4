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
#show heading.where(level: 1): set text(size: if is-card { 10pt } else { 16pt })
#show heading.where(level: 1): set block(below: if is-card { 2.5mm } else { 8mm })
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 2): set block(above: 6mm, below: 3mm)

= #document-data.title

#let facts-part(part) = grid(
  columns: (auto, 1fr),
  column-gutter: if is-card { 3mm } else { 8mm },
  row-gutter: if is-card { 1.6mm } else { 3mm },
  ..part.facts.map(((label, value)) => (text(fill: luma(70), label), strong(value))).flatten(),
)

#let table-part(part) = table(
  columns: part.widths.map(width => width * 1fr),
  stroke: 0.4pt + luma(120),
  inset: 2mm,
  align: (column, _) => if column == part.columns.len() - 1 { right } else { left },
  table.header(..part.columns.map(strong)),
  ..part.rows.flatten(),
  ..part.total.map(strong),
)

#let proof-part(part) = block(
  width: 100%,
  stroke: 0.6pt + luma(80),
  inset: 3mm,
  breakable: false,
  {
    if part.qr != "" {
      align(center, image(bytes(part.qr), format: "svg", width: 90mm, alt: part.text))
      parbreak()
    }
    text(font: "DejaVu Sans Mono", size: 10pt, part.code)
    parbreak()
    text(size: 9pt, part.text)
  },
)

#let makers = (
  FACTS: facts-part,
  TABLE: table-part,
  PROOF: proof-part,
  HEADING: part => heading(level: 2, part.text),
  TEXT: part => par(part.text),
)

#for part in document-data.parts {
  (makers.at(part.kind))(part)
  v(if is-card { 1mm } else { 5mm })
}

#if is-card { place(bottom + left, text(size: 6pt, document-data.footer)) }
`;
