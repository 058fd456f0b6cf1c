import Testing

@testable import PortalCore

struct OwnContactTests {
  @Test(arguments: [
    ("91234567", "91234567"), ("912 34 567", "91234567"), (" 22-33.44/55 ", "22334455"),
    ("+47 912 34 567", "91234567"), ("0047 91234567", "91234567"), ("(912)34567", "91234567"),
    ("+46 70 123 45 67", "+46701234567"), ("0046701234567", "+46701234567"),
    ("+1 212 555 0100", "+12125550100"), ("912\u{A0}34\u{A0}567", "91234567"),
  ])
  func `a telephone number is kept as digits, a Norwegian one without its country`(
    text: String,
    value: String
  ) {
    #expect(ContactField.telephone.value(text) == value)
  }

  @Test(arguments: [
    "", "113", "1234567", "12345678", "912345678", "+47 1234567", "+47", "+0123456789", "00",
    "+1234567890123456", "9123456x", "912345+67", "٩١٢٣٤٥٦٧", "nei", "\u{7}91234567",
  ])
  func `what cannot be dialled is no telephone number`(text: String) {
    #expect(ContactField.telephone.value(text) == nil)
  }

  @Test(arguments: [
    "ola@eksempel.no", "o.l-a+helse@sub.eksempel.no", "åse@blåbær.no", "a@b.c", "1@2.3",
  ])
  func `an address with one at sign is an address`(text: String) {
    #expect(ContactField.email.value("  \(text)\n") == text)
  }

  @Test(arguments: [
    "", "@", "ola", "ola@", "@eksempel.no", "ola@eksempel", "ola@@eksempel.no", "o@l@eksempel.no",
    "ola @eksempel.no", "ola@eksempel..no", "ola@.no", "ola@-a.no", "ola..o@a.no", ".ola@a.no",
    "ola@a.no,kari@a.no", "ola@a.no\u{1B}[31m", "<ola@a.no>", "ola\0@a.no",
    "\(String(repeating: "a", count: 65))@a.no", "a@\(String(repeating: "b.", count: 130))no",
  ])
  func `what mail cannot be sent to is no address`(text: String) {
    #expect(ContactField.email.value(text) == nil)
  }

  @Test(arguments: ["nb", "nn", "se", "sma", "en-GB", "zh-Hant"])
  func `a language is a code`(text: String) {
    #expect(ContactField.language.value(text) == text)
  }

  @Test(arguments: ["", "norsk", "N", "nb-", "nb-NO-x", "n1", "NB", "æø"])
  func `other words are no code of a language`(text: String) {
    #expect(ContactField.language.value(text) == nil)
  }

  @Test func `a person's own word holds before what files say, until it is taken away`() {
    var person = Person()
    person.telecoms = [
      ContactPoint(system: "email", value: "a@b.no"), ContactPoint(system: "phone", value: "1"),
      ContactPoint(system: "phone", value: "2"),
    ]
    #expect(person.contact(.telephone) == "1")
    #expect(person.contact(.language) == nil)
    person.own = OwnContact(telephone: "91234567")
    #expect(person.contact(.telephone) == "91234567")
    #expect(person.contact(.email) == "a@b.no")
    person.own = nil
    #expect(person.contact(.telephone) == "1")
  }
}
