/// How a value goes over a series of samplings: from point to point, with the small changes that
/// every sampling brings.
struct SampleCourse: Sendable {
  /// Number of the sampling, and the value there in the analysis's last digit; in order.
  let points: [(sampling: Int, value: Int)]
  /// How far a single value may lie from the course.
  let spread: Int

  init(_ points: [(sampling: Int, value: Int)], spread: Int) {
    self.points = points
    self.spread = spread
  }

  /// The value at a sampling; before the first point and after the last as there.
  func value(at sampling: Int, _ random: inout SampleRandom) -> Int {
    onCourse(sampling) + random.number(in: -spread...spread)
  }

  private func onCourse(_ sampling: Int) -> Int {
    var before = points.first
    for point in points {
      if point.sampling >= sampling {
        guard let before, before.sampling < point.sampling else { return point.value }
        let way = sampling - before.sampling
        return before.value
          + (point.value - before.value) * way / (point.sampling - before.sampling)
      }
      before = point
    }
    return before?.value ?? 0
  }
}
