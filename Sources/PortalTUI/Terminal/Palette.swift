import CNcurses

/// The roles of `CellStyle` as attributes and colour pairs of ncurses.
///
/// Colours are the first eight of the terminal's own palette on its own background, so that a
/// theme, light or dark, decides what they look like.
struct Palette: Equatable {
  let usesColour: Bool

  /// What ncurses is given for a style.
  struct Appearance: Equatable {
    var attributes: UInt32
    var pair: Int16
  }

  /// A palette without colours.
  static let monochrome = Palette(usesColour: false)

  /// The palette of the current screen; without colours where they are not wanted or not there.
  static func start(usesColour: Bool) -> Palette {
    guard usesColour, has_colors(), start_color() == OK, use_default_colors() == OK else {
      return monochrome
    }
    for role in [CellStyle.Colour.accent, .good, .warning, .danger] {
      init_pair(pair(of: role), colour(of: role), -1)
    }
    return Palette(usesColour: true)
  }

  /// The attributes and the colour pair of a style.
  func appearance(of style: CellStyle) -> Appearance {
    var attributes: UInt32 = 0
    if style.isBold {
      attributes |= portal_bold()
    }
    if style.isReversed {
      attributes |= portal_reverse()
    }
    if style.isUnderlined {
      attributes |= portal_underline()
    }
    if style.colour == .muted {
      attributes |= portal_dim()
    }
    return Appearance(attributes: attributes, pair: usesColour ? Self.pair(of: style.colour) : 0)
  }

  private static func pair(of role: CellStyle.Colour) -> Int16 {
    switch role {
    case .standard, .muted: 0
    case .accent: 1
    case .good: 2
    case .warning: 3
    case .danger: 4
    }
  }

  private static func colour(of role: CellStyle.Colour) -> Int16 {
    switch role {
    case .standard, .muted: -1
    case .accent: Int16(COLOR_CYAN)
    case .good: Int16(COLOR_GREEN)
    case .warning: Int16(COLOR_YELLOW)
    case .danger: Int16(COLOR_RED)
    }
  }
}
