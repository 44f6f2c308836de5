"""Facts on file: references, disclaimers, waivers. No judgement is made here."""
