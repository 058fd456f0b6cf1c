import Testing

@testable import PortalCore

struct SecondLookTests {
  private let list = SecondLook(signs: [
    (.emergency, "chest pain"), (.emergency, "får ikke puste"), (.emergency, "can't breathe"),
    (.emergency, "overdose"), (.emergency, "ikke"), (.healthQuestionToOffice, "pain"),
    (.healthQuestionToOffice, "sår"), (.healthQuestionToOffice, "rash"),
    (.healthQuestionToOffice, "fever"), (.emergency, "…"), (.emergency, "blødende sår sår"),
  ])

  private func phrases(
    _ text: String,
    _ advice: SecondLook.Advice = .emergency,
    kind: Message.Kind = .office
  ) -> [String] {
    list.advice(on: text, kind: kind).first { $0.advice == advice }?.phrases ?? []
  }

  @Test(arguments: [
    "chest pain", "I have CHEST  PAIN.", "chest\npain", "chest-pain!", "(chest) «pain»",
    "chést päin", "chest 😱 pain", "chest😱pain", "c\u{AD}hest pa\u{200B}in", "the chest pain",
    "c\u{301}\u{302}hest pain", "胸chest pain胸", "chest\0pain", "chest chest pain",
    "chest\u{1F468}\u{200D}\u{1F469}\u{FE0F} pain",
  ])
  func `a phrase is found however it is written`(text: String) {
    #expect(phrases(text) == ["chest pain"])
  }

  @Test(arguments: [
    "", " ", "chest", "pain", "pain chest", "chestpain", "chest pains", "achest pain",
    "chest and pain", "chest 1 pain", "hest pain", "overdosed", "😱", "\u{301}", "overdoseoverdose",
    "overdoseø",
  ])
  func `a part of a word or of a phrase is not the phrase`(text: String) {
    #expect(phrases(text) == [])
  }

  @Test func `Norwegian letters are found also where they are typed without`() {
    for text in ["får ikke puste", "far ikke puste", "faar ikke puste", "FÅR IKKE PUSTE"] {
      #expect(phrases(text) == ["ikke", "får ikke puste"], "\(text)")
    }
    #expect(phrases("fa\u{30A}r ikke puste") == ["ikke", "får ikke puste"])
  }

  @Test(arguments: ["can't breathe", "can’t breathe", "Can`t breathe", "can t breathe"])
  func `an apostrophe of any kind parts a word`(text: String) {
    #expect(phrases(text) == ["can't breathe"])
  }

  @Test func `a health question is one to the office only, an emergency everywhere`() {
    let text = "overdose and fever"
    #expect(
      list.advice(on: text, kind: .office).map(\.advice) == [.emergency, .healthQuestionToOffice]
    )
    #expect(list.advice(on: text, kind: .eConsultation).map(\.advice) == [.emergency])
    #expect(list.advice(on: "fever", kind: .eConsultation) == [])
    #expect(list.advice(on: "where do I park", kind: .office) == [])
  }

  @Test func `at most three phrases are named, in the order of the text, each once`() {
    let text = "rash, fever, rash, pain, sår"
    #expect(phrases(text, .healthQuestionToOffice) == ["rash", "fever", "pain"])
  }

  @Test func `the graver advice is found behind many of the lesser`() {
    let text = String(repeating: "rash fever pain sår ", count: 1000) + "overdose"
    #expect(phrases(text) == ["overdose"])
  }

  @Test func `a phrase begins anew in the middle of another that fails`() {
    #expect(phrases("blødende sår blødende sår sår") == ["blødende sår sår"])
  }

  @Test func `an empty list says nothing`() {
    #expect(SecondLook(signs: []).advice(on: "chest pain", kind: .office) == [])
  }

  @Test(arguments: [
    "a", "pain ", "chest ", "😱", "e\u{301}", "z\u{301}\u{302}\u{303}", "Å", "\u{0}", "aaaa", "\n",
    "👩‍👩‍👧‍👦", "ﷺ",
  ])
  func `a sign behind a megabyte of anything is found`(filling: String) {
    let count = 1_000_000 / filling.utf8.count
    let text = String(repeating: filling, count: count) + " overdose"
    #expect(phrases(text) == ["overdose"])
  }
}

struct SecondLookListTests {
  private func advice(_ text: String, _ kind: Message.Kind) -> [SecondLook.Advice] {
    SecondLook.standard.advice(on: text, kind: kind).map(\.advice)
  }

  @Test(arguments: [
    "Hei, jeg har vondt i brystet og det stråler ut i armen", "Mamma er bevisstløs",
    "eg får ikkje puste", "Sonen min kastar opp blod", "I think my father is having a stroke",
    "I can’t breathe", "jeg orker ikke leve lenger", "Eg vil døy", "I want to die",
  ])
  func `signs of an emergency are seen whoever it is written to`(text: String) {
    #expect(advice(text, .office).contains(.emergency))
    #expect(advice(text, .eConsultation) == [.emergency])
  }

  @Test(arguments: [
    "Hvor lenge skal jeg ta tablettene?", "Eg har fått utslett på armen",
    "Is this a side effect of my medicine?", "Har prøvesvaret kommet?",
  ])
  func `a health question to the office is seen`(text: String) {
    #expect(advice(text, .office) == [.healthQuestionToOffice])
    #expect(advice(text, .eConsultation) == [])
  }

  @Test(arguments: [
    "Når har dere stengt i påska?", "Er det parkering ved kontoret?", "Kva tid opnar de?",
    "Jeg har flyttet og fått ny adresse.", "Can I pay the invoice at the desk?",
    "Jeg får ikke kontakt med dere på telefon.", "Det var kult, alle slags takk!",
  ])
  func `what an office is there for gives no advice`(text: String) {
    #expect(advice(text, .office) == [])
  }
}
