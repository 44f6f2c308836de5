"""The nearest wording that evidence and law allow, offered with a finding and never applied by itself; no rule stands here."""
