namespace CotnvPga.Portal.Drafts;

/// <summary>
/// A form for anybody, on a page that sets no cookie: nothing is known of who sends it, so nobody can be made to send it as somebody else. What
/// comes of it stands on the same page.
/// </summary>
public interface IPublicForm
{
    /// <summary>What the sender keeps; null until it was saved.</summary>
    string? Receipt { get; set; }

    /// <summary>Says that this form was sent before, with other words: those stand in it again and were not sent.</summary>
    void SentBefore();
}
