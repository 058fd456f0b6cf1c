@testable import PortalTUI

extension Page {
  /// A list with text above it.
  static let messages = Page(
    title: "Messages",
    blocks: [
      .paragraph("What you and your doctor's office have written to each other."),
      .list(
        ItemList(
          items: [
            Item(
              id: "1",
              title: "About the test last week",
              detail: "Testdal Medical Centre, 14 March 2025",
              mark: Item.Mark(text: "New", severity: .information)
            ),
            Item(id: "2", title: "Renewal of prescription", detail: "2 March 2025"),
            Item(
              id: "3",
              title: "Your appointment has been moved to another day, and it is not yet confirmed",
              detail: "Testdal Medical Centre, 27 February 2025",
              mark: Item.Mark(text: "Unanswered", severity: .warning)
            ),
            Item(id: "4", title: "Welcome"),
          ],
          emptyText: "You have no messages."
        )
      ),
    ]
  )

  /// A table with five columns and a mark.
  static let results = Page(
    title: "Test results",
    blocks: [
      .notice(Notice(severity: .warning, text: "One of the values is outside its range.")),
      .table(
        DataTable(
          columns: [
            .init(title: "Test"),
            .init(title: "Value", alignment: .trailing),
            .init(title: "Unit", importance: 1),
            .init(title: "Range", importance: 2),
            .init(title: "Taken", importance: 3),
          ],
          rows: [
            .init(
              id: "hb",
              cells: ["Haemoglobin", "14.2", "g/dL", "11.7–15.3", "14 March 2025"]
            ),
            .init(
              id: "ldl",
              cells: ["LDL cholesterol", "5.61", "mmol/L", "1.2–4.3", "14 March 2025"],
              mark: Item.Mark(text: "High", severity: .warning)
            ),
            .init(id: "tsh", cells: ["TSH", "1.50", "mIE/L", "", ""]),
          ],
          emptyText: "There are no test results."
        )
      ),
    ]
  )

  /// Everything that is only read.
  static let reading = Page(
    title: "LDL cholesterol",
    blocks: [
      .heading("Result"),
      .facts([
        Fact(label: "Taken", value: "14 March 2025"),
        Fact(label: "Requested by", value: "Doctor Ola Testmann, Testdal Medical Centre"),
      ]),
      .chart(
        Chart(
          points: [
            .init(label: "2 May 2023", text: "3.9", value: 3.9),
            .init(label: "11 June 2024", text: "4.2", value: 4.2),
            .init(label: "14 March 2025", text: "5.6", value: 5.61),
          ],
          low: 1.2,
          high: 4.3,
          unit: "mmol/L",
          summary: "Three values; the last is above the range."
        )
      ),
      .heading("Comment"),
      .text("Dear Kari,\n\n  the value has risen.\nWe will talk about it."),
      .notice(Notice(severity: .danger, text: "Call 113 where it is urgent.")),
    ]
  )

  /// A form with every kind of field.
  static let writing = Page(
    title: "Write",
    blocks: [
      .paragraph("The office answers within five days."),
      .form(
        Form(
          fields: [
            Field(id: "to", label: "To", kind: .choice(["The office", "Your doctor"]), value: "0"),
            Field(id: "subject", label: "Subject", kind: .line, limit: 50),
            Field(
              id: "text",
              label: "Text",
              kind: .text,
              value: "Hello,\nI have a question.",
              hint: "Everyone at the office may read it.",
              problem: "Say more."
            ),
          ],
          submitLabel: "Send"
        )
      ),
    ]
  )

  /// A page that says the same text in every place there is.
  static func made(of text: String) -> Page {
    let mark = Item.Mark(text: text, severity: .danger)
    let fields = [
      Field(id: text, label: text, kind: .line, value: text, hint: text, problem: text),
      Field(id: "2", label: text, kind: .text, value: text, limit: 9),
      Field(id: "3", label: text, kind: .choice([text, text]), value: text),
    ]
    let columns = [DataTable.Column(title: text), .init(title: text, importance: 1)]
    return Page(
      title: text,
      blocks: [
        .heading(text), .paragraph(text), .text(text),
        .notice(Notice(severity: .warning, text: text)),
        .facts([Fact(label: text, value: text)]),
        .list(
          ItemList(
            items: [Item(id: ItemID(text), title: text, detail: text, mark: mark)],
            emptyText: text
          )
        ),
        .table(
          DataTable(
            columns: columns,
            rows: [.init(id: "1", cells: [text, text], mark: mark), .init(id: "2", cells: [])],
            emptyText: text
          )
        ),
        .form(Form(fields: fields, submitLabel: text)),
        .chart(
          Chart(
            points: [
              .init(label: text, text: text, value: .infinity),
              .init(label: text, text: text, value: -1e308),
              .init(label: text, text: text, value: 1e308),
            ],
            low: -1e308,
            high: .nan,
            unit: text,
            summary: text
          )
        ),
      ]
    )
  }
}
