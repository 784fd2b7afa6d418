using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>Tự kiểm tra điều kiện: what an owner or a commune officer would be answered, with clauses and arithmetic. Nothing is saved; the address holds the question.</summary>
[Allow(Act.ViewLaw)]
public sealed class CheckModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private const int MostLines = 10;

    /// <summary>Asked whatever the kind of support.</summary>
    private const NormConditions AskedAlways = NormConditions.FittingIndustry | NormConditions.OwnCapital | NormConditions.NoOtherSupport | NormConditions.DifficultArea;

    [BindProperty(SupportsGet = true, Name = "che-do")]
    public Regime Regime { get; set; } = Regime.Provincial;

    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public Beneficiaries? Beneficiary { get; set; }

    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? Commune { get; set; }

    [BindProperty(SupportsGet = true, Name = "von")]
    public Dong? OwnCapital { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true, Name = "so-dong")]
    public int Count { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "dong")]
    public List<LineInput> Lines { get; set; } = [];

    /// <summary>Answers by condition: "co", "khong" or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "tra-loi")]
    public Dictionary<string, string> Answers { get; set; } = [];

    public NormBook Book { get; private set; } = null!;

    public EligibilityAnswer? Answer { get; private set; }

    public IReadOnlyList<(LawRow Law, RequiredPaper Paper)> Papers { get; private set; } = [];

    public IReadOnlyList<Commune> Communes { get; private set; } = [];

    public IReadOnlyList<NormConditions> Asked { get; private set; } = [];

    /// <summary>The norm because of which priority is asked about.</summary>
    public Norm? WithPriority { get; private set; }

    public DateOnly Day => On ?? clock.Today;

    public IEnumerable<SupportKind> Kinds => Book.Kinds.Where(k => !k.ByAgency);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Book = await db.NormBookAsync(cancellationToken);
        Communes = await db.CommunesAsync(viewer.ProvinceCode, Day, cancellationToken);
        Commune ??= Request.Query.ContainsKey("xa") ? null : viewer.CommuneCodes.Count == 1 ? viewer.CommuneCodes[0] : null;
        Count = Math.Clamp(Math.Max(Count, Lines.Count), 1, MostLines);
        Lines = [.. Lines.Take(Count).Concat(Enumerable.Range(0, Math.Max(0, Count - Lines.Count)).Select(_ => new LineInput()))];
        var filled = Lines.Select((l, i) => (Line: l, Key: $"{i + 1}")).Where(l => l.Line is { Kind: not null, Cost: not null }).ToArray();
        var (holds, fails) = (Read("co"), Read("khong"));
        var facts = new DossierFacts
        {
            On = Day,
            Regime = Regime,
            ProvinceCode = viewer.ProvinceCode,
            CommuneCode = Communes.Any(c => c.Code == Commune) ? Commune : null,
            Beneficiary = Beneficiary,
            Holds = holds,
            Fails = fails & ~holds,
            HasPriority = holds.HasFlag(NormConditions.PriorityGiven),
            OwnCapital = OwnCapital,
            Lines = [.. filled.Select(l => new EstimateLine(l.Key, l.Line.Kind!, l.Line.Cost!.Value, l.Line.Requested, l.Line.Units ?? 1))],
        };
        var norms = Lines.Where(l => l.Kind is not null).Select(l => Book.For(facts, l.Kind!)).OfType<Norm>().ToList();
        WithPriority = norms.Find(n => n.Terms.PriorityBasisPoints is not null);
        Asked = [.. norms.Select(n => n.Terms.Conditions).Append(WithPriority is null ? NormConditions.None : NormConditions.PriorityGiven).Aggregate(AskedAlways, (all, one) => all | one).Each()];
        if (filled.Length > 0 && ModelState.IsValid)
        {
            Answer = EligibilityCheck.Of(facts, Book);
            Papers = [.. Book.PapersFor(facts)];
        }
    }

    private NormConditions Read(string answer) => Answers.Where(a => a.Value == answer)
        .Select(a => Enum.TryParse<NormConditions>(a.Key, out var condition) ? condition : NormConditions.None)
        .Aggregate(NormConditions.None, (all, one) => all | one);

    /// <summary>One line of costs as typed.</summary>
    public sealed class LineInput
    {
        public string? Kind { get; set; }

        public Dong? Cost { get; set; }

        public Dong? Requested { get; set; }

        public int? Units { get; set; }
    }
}
