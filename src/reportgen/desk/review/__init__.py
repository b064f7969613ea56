"""The reviewer's part: finished documents of others looked through, what was decided about them, and letters."""
