import PortalCore

/// Who is at the desk, in a store that is open to whoever has it, or in a demonstration.
struct ChooseStaffScreen: Screen {
  let portal: Portal
  let practice: Practice.ID
  let phrases: any Phrasebook

  func page() -> Page {
    let title = phrases.desk(.chooseStaff)
    do {
      let items = try portal.staffToChoose(at: practice).map { id, member in
        Item(id: ItemID(id.text), title: member.name, detail: phrases.name(of: member.work))
      }
      let list = ItemList(items: items, emptyText: phrases.desk(.noStaff))
      return Page(title: title, blocks: [.list(list)])
    } catch {
      return Page(title: title, for: error, phrases)
    }
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, let member = RecordID(item.text) else { return [] }
    do {
      let staff = try portal.chooseStaff(member, at: practice)
      let desk = try portal.openDesk(by: staff)
      let context = DeskContext(portal: portal, desk: desk, phrases: phrases)
      return [.push(DeskQueueScreen(context: context))]
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
  }
}
