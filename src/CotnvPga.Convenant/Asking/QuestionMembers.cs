using System.Text;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Asking;

/// <summary>The members of a question that count, as the vocabulary of a convenant declares them.</summary>
internal sealed class QuestionMembers
{
    /// <summary>Members that AuthZEN asks of every question.</summary>
    private static readonly string[] AlwaysRequired = ["subject.type", "subject.id", "action.name", "resource.type", "resource.id"];

    /// <summary>Members that are objects for AuthZEN, also where this vocabulary has nothing in them.</summary>
    private static readonly string[] AlwaysObjects = ["subject.properties", "action.properties", "resource.properties", "context"];

    private readonly List<Member> _leaves = [];

    public QuestionMembers(Vocabulary vocabulary)
    {
        Root = new Member("", "", -1, isYesNo: false);
        foreach (var path in AlwaysRequired)
            RequiredTexts.Add(Leaf(path));
        SubjectType = Leaf("subject.type");
        ResourceType = Leaf("resource.type");
        Axes = [.. vocabulary.Axes.Select(a => Leaf(a.Path, a.IsYesNo))];
        Circumstances = Leaf("context.omstandigheden");
        Layers = Leaf("context.lagen");
        Date = vocabulary.Shape.Day?.Path is { } date ? Leaf(date) : null;
        Time = vocabulary.Shape.Day?.TimePath is { } time ? Leaf(time) : null;
        Municipality = vocabulary.Shape.Municipality?.Path is { } municipality ? Leaf(municipality) : null;
        foreach (var path in AlwaysObjects)
            Find(path, isLeaf: false, isYesNo: false);
    }

    /// <summary>The question itself.</summary>
    public Member Root { get; }

    public List<Member> RequiredTexts { get; } = [];

    public Member SubjectType { get; }

    public Member ResourceType { get; }

    public Member[] Axes { get; }

    public Member Circumstances { get; }

    public Member Layers { get; }

    public Member? Date { get; }

    public Member? Time { get; }

    public Member? Municipality { get; }

    /// <summary>How many members have a value that counts.</summary>
    public int Count => _leaves.Count;

    private Member Leaf(string path, bool isYesNo = false) => Find(path, isLeaf: true, isYesNo);

    private Member Find(string path, bool isLeaf, bool isYesNo)
    {
        var at = Root;
        var steps = path.Split('.');
        for (var i = 0; i < steps.Length; i++)
        {
            var own = string.Join('.', steps[..(i + 1)]);
            var next = at.Children.Find(c => c.Path == own);
            if (next is null)
            {
                next = new Member(steps[i], own, isLeaf && i == steps.Length - 1 ? _leaves.Count : -1, isYesNo);
                if (next.Slot >= 0)
                    _leaves.Add(next);
                at.Children.Add(next);
            }
            at = next;
        }
        return at;
    }
}

/// <summary>A member of the question: an object with members that count, or a value that does.</summary>
internal sealed class Member(string name, string path, int slot, bool isYesNo)
{
    /// <summary>Its name in UTF-8.</summary>
    public byte[] Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Its path, for messages.</summary>
    public string Path { get; } = path;

    /// <summary>The number of its value, or -1 for an object.</summary>
    public int Slot { get; } = slot;

    /// <summary>Whether its value is true or false, without quotes.</summary>
    public bool IsYesNo { get; } = isYesNo;

    /// <summary>Its members that count.</summary>
    public List<Member> Children { get; } = [];
}
