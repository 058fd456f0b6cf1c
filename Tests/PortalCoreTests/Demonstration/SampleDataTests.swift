import Testing

@testable import PortalCore

struct SampleDataTests {
  @Test func `the same seed gives the same bytes`() {
    #expect(SampleData.steps() == SampleFixture.steps)
    #expect(SampleData.visits() == SampleData.visits())
  }

  @Test func `another seed gives other bytes and as many files`() {
    let others = SampleData.steps(seed: 7)
    #expect(others.count == SampleFixture.steps.count)
    #expect(zip(others, SampleFixture.steps).allSatisfy { $0.bundle != $1.bundle })
  }

  @Test func `the files together stay small`() {
    #expect(SampleFixture.steps.reduce(0) { $0 + $1.bundle.count } < 920_000)
  }

  @Test func `everybody has a valid number that belongs to nobody`() {
    let people = SampleData.people()
    #expect(Set(people.map(\.nationalNumber)).count == 6)
    for person in people {
      #expect(NationalIdentityNumber(person.nationalNumber.text) == person.nationalNumber)
      #expect(person.nationalNumber.isSynthetic)
    }
  }

  /// Whoever changes the sample data on purpose puts the new sum here: it is what shows that
  /// another machine and another compiler make the same files.
  @Test func `the files are those that were looked at last`() {
    var hash = SHA256()
    for step in SampleFixture.steps { hash.update(step.bundle[...]) }
    #expect(
      hash.finish().hexadecimal
        == "eeb5a6d049e434d44a3abced1b510433374b61dd5363835b0a4269b3ce7a057f"
    )
  }

  @Test(arguments: [
    ("a \"quoted\" \\ line\nand\tmore\u{7F}", #""a \"quoted\" \\ line\nand\u0009more\u007f""#),
    ("Ærlig talt – ½ °C", "\"Ærlig talt – ½ °C\""),
  ])
  func `text is escaped where JSON needs it`(text: String, written: String) {
    #expect(String(decoding: SampleJSON.text(text).bytes, as: UTF8.self) == written)
  }

  @Test func `members keep their order, numbers their digits`() {
    let json: SampleJSON = [
      "b": .number("5.0"), "a": [true, 2], "none": nil, "c": ["d": []],
    ]
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"b":5.0,"a":[true,2],"c":{"d":[]}}"#)
  }

  @Test func `decimals are written with as many digits as the analysis has`() {
    #expect(SampleAnalysis.potassium.text(58) == "5.8")
    #expect(SampleAnalysis.potassium.text(40) == "4.0")
    #expect(SampleAnalysis.triglyceride.text(107) == "1.07")
    #expect(SampleAnalysis.sodium.text(141) == "141")
  }

  @Test func `a course goes through its points`() {
    let course = SampleCourse([(2, 40), (4, 60)], spread: 0)
    var random = SampleRandom(seed: 1)
    #expect((0...6).map { course.value(at: $0, &random) } == [40, 40, 40, 50, 60, 60, 60])
  }

  /// The first three of the author's own generator for the seed 1234567.
  @Test func `chance is SplitMix64`() {
    var random = SampleRandom(seed: 1_234_567)
    let numbers = (0..<3).map { _ in random.next() }
    #expect(
      numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
    )
  }
}
