extension Bokmal {
  func sentence(_ sentence: Sentence) -> String {
    switch sentence {
    case .accessLogExplanation:
      "Her står alle gangene journalen er åpnet eller endret, nyeste først. Loggen kan ikke endres."
    case .cannotWrite: "Du kan ikke skrive en melding nå."
    case .coreJournalOrder:
      "Allergier og reaksjoner først, så diagnoser du har nå, så tidligere diagnoser."
    case .discardAgain:
      "Kladden blir slettet og kan ikke hentes tilbake. Gjør det samme en gang til for å kaste den."
    case .discarded: "Kladden er kastet. Ingenting er sendt."
    case .documentOrder: "Dokumenter først, så andre opplysninger. Nyeste først i hver del."
    case .emergency:
      "Ikke skriv om det haster. Er det fare for liv, ring 113. Haster det og legekontoret er "
        + "stengt, ring legevakten på 116 117."
    case .emergencyShort:
      "Fare for liv: ring 113. Haster det når legen har stengt: ring 116 117."
    case .emptyPart: "Det står ikke noe i denne delen."
    case .hasDraft: "Du har en kladd som ikke er sendt."
    case .hasDraftHere: "Du har begynt på et svar som ikke er sendt."
    case .historyExplanation:
      "Ingenting blir slettet når noe endres. Nyeste først. Åpne en linje for å se hvordan det var."
    case .medicationOrder: "Legemidler i bruk først, så tidligere. Nyeste først i hver del."
    case .newestFirst: "Nyeste først."
    case .newestMessageFirst: "Nyeste melding først."
    case .noAllergies:
      "Det finnes ingen opplysninger om allergier her. Det betyr ikke at du ikke har noen."
    case .noChanges: "Det er ingen endringer å vise."
    case .noConditions:
      "Det finnes ingen opplysninger om diagnoser her. Det betyr ikke at du ikke har noen."
    case .noDispensings: "Ingen utlevering på denne resepten er registrert her."
    case .noDocuments: "Det finnes ingen dokumenter her."
    case .noEvents: "Ingen har åpnet journalen ennå."
    case .noMedications:
      "Det finnes ingen opplysninger om legemidler her. Det betyr ikke at du ikke bruker noen."
    case .noMembers: "Rapporten har ingen enkeltsvar."
    case .noMessages: "Du har ingen meldinger."
    case .noPeople:
      "Det er ingen personer her ennå. Legg inn en journal med «helseportal import FIL»."
    case .noPractitioner: "Det står ingen fastlege i journalen din."
    case .noPrescription: "Resepten finnes ikke i journalen din her."
    case .noPrescriptions: "Det finnes ingen resepter her."
    case .noReferenceRange: "Rapporten oppgir ikke noe referanseområde."
    case .noResults:
      "Det finnes ingen prøvesvar her. Prøver du har tatt, kan ligge hos legen eller sykehuset."
    case .noSource: "Dette er laget i portalen og har ingen original."
    case .noText: "Meldingen har ingen tekst."
    case .notHere: "Finnes ikke i journalen din her"
    case .nothingFound: "Ingenting å vise ennå."
    case .nothingNew: "Det er ikke noe nytt."
    case .notInterpreted:
      "Portalen har ingen egen side for slike opplysninger. Originalen viser alt."
    case .noVaccinations:
      "Det finnes ingen opplysninger om vaksiner her. Det betyr ikke at du ikke har fått noen."
    case .noValue: "Svaret har ingen verdi"
    case .oneInTwenty:
      "Omtrent 1 av 20 friske har et svar utenfor referanseområdet. Spør legen hva svaret betyr "
        + "for deg."
    case .onlyResult: "Dette er det eneste svaret du har på denne prøven her."
    case .partInEntries: "Innholdet står i opplysningene nederst."
    case .prescriptionOrder:
      "Resepter du kan hente ut, først, så tidligere. Nyeste først i hver del."
    case .reactionWithoutWords: "Reaksjon uten beskrivelse"
    case .resultsByAnalysis: "Hver prøve for seg, i alfabetisk rekkefølge, med det nyeste svaret."
    case .resultsByDate: "Nyeste først. Svarene i en rapport står under rapporten."
    case .sentBeforeChange:
      "Meldingen ble lagret slik den var ved forrige forsøk. Det du har endret siden, er ikke "
        + "sendt. Send på nytt hvis det også skal sendes."
    case .sourceExplanation: "Slik sto det i filen det kom fra (FHIR JSON)."
    case .sourceShortened: "Lange verdier er kuttet. Kuttene er merket med …"
    case .statementExplanation: "Slik står det i opplysningene som er hentet inn."
    case .subjectHint: "Kort om hva det gjelder. Kan stå tomt."
    case .unknownSender: "Ukjent avsender"
    }
  }
}
