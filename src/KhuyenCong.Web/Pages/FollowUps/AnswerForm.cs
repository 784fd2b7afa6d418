using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.FollowUps;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>A follow-up sheet as typed.</summary>
public sealed class AnswerForm
{
    /// <summary>The version of the sheet that the form was shown with.</summary>
    public long? BaseVersion { get; set; }

    public int? Workers { get; set; }

    public int? WorkersBefore { get; set; }

    public Dong? Revenue { get; set; }

    public Dong? RevenueBefore { get; set; }

    public List<MachineForm> Machines { get; set; } = [];

    public string? Difficulties { get; set; }

    public string? Wishes { get; set; }

    public string? NoPhotoReason { get; set; }

    public string? ConsentGivenBy { get; set; }

    public DateOnly? ConsentGivenOn { get; set; }

    public ConsentManner? ConsentManner { get; set; }

    /// <summary>What is written already; where nothing is, what the establishment's own years say.</summary>
    public static AnswerForm Of(FollowUp followUp, IReadOnlyList<FollowedMachine> machines, IReadOnlyCollection<EstablishmentYear> years)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(machines);
        ArgumentNullException.ThrowIfNull(years);
        var text = followUp.Text;
        var isNew = followUp.Writers.Count == 0;
        var now = isNew ? years.FirstOrDefault(y => y.Year == followUp.ReportYear) : null;
        var before = isNew ? years.FirstOrDefault(y => y.Year == followUp.BaselineYear) : null;
        return new()
        {
            BaseVersion = followUp.Version,
            Workers = text.Workers,
            WorkersBefore = text.WorkersBefore ?? before?.Labour,
            Revenue = text.Revenue ?? now?.Revenue,
            RevenueBefore = text.RevenueBefore ?? before?.Revenue,
            Machines = [.. machines.Select(m => MachineForm.Of(m, text.Machines.FirstOrDefault(a => a.MachinePassportId == m.MachinePassportId)))],
            Difficulties = text.Difficulties,
            Wishes = text.Wishes,
            NoPhotoReason = text.NoPhotoReason,
            ConsentGivenBy = text.Consent?.GivenBy,
            ConsentGivenOn = text.Consent?.GivenOn,
            ConsentManner = text.Consent?.Manner,
        };
    }

    public FollowUpText Read() => new()
    {
        Workers = Workers,
        WorkersBefore = WorkersBefore,
        Revenue = Revenue,
        RevenueBefore = RevenueBefore,
        Machines = [.. Machines.Select(m => new MachineAnswer(m.Id, m.Use, m.Reason))],
        Difficulties = Difficulties,
        Wishes = Wishes,
        NoPhotoReason = NoPhotoReason,
        Consent = new(ConsentGivenBy, ConsentGivenOn, ConsentManner),
    };

    /// <summary>Puts the rows into the order of the machines, so that a fault finds its row whatever was sent.</summary>
    public void Align(IReadOnlyList<FollowedMachine> machines)
    {
        ArgumentNullException.ThrowIfNull(machines);
        var typed = Machines.ToLookup(m => m.Id);
        Machines = [.. machines.Select(m => typed[m.MachinePassportId].FirstOrDefault() ?? new() { Id = m.MachinePassportId })];
    }
}

/// <summary>One machine as answered.</summary>
public sealed class MachineForm
{
    public Guid Id { get; set; }

    public MachineUse? Use { get; set; }

    public string? Reason { get; set; }

    public static MachineForm Of(FollowedMachine machine, MachineAnswer? answer)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return new() { Id = machine.MachinePassportId, Use = answer?.Use, Reason = answer?.Reason };
    }
}
