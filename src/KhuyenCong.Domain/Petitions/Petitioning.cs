using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Petitions;

/// <summary>Xử lý phản ánh, kiến nghị: filing one and every later step.</summary>
public static class Petitioning
{
    public const int LongestText = 10_000;

    public static Ruling<PetitionFiled> File(Guid petitionId, string code, string province, PetitionText text, PetitionMover mover, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.If(
            () => new PetitionFiled(petitionId, code, province, text with { Title = text.Title.Trim(), Text = text.Text.Trim(), FilerName = text.FilerName.Trim() }, mover.UserId, mover.OrganisationId, today),
            (mover.Can(Act.FilePetition), new("petition.not-allowed")),
            (Filled(text.Title), new("petition.title-missing", nameof(text.Title))),
            (text.Title.Length <= 300, new("petition.title-too-long", nameof(text.Title), 300)),
            (Filled(text.Text), new("petition.text-missing", nameof(text.Text))),
            (text.Text.Length <= LongestText, new("petition.text-too-long", nameof(text.Text), LongestText)),
            (Filled(text.FilerName), new("petition.filer-missing", nameof(text.FilerName))),
            (text.SubjectId is not null, new("petition.subject-missing", nameof(text.SubjectId))),
            (text.SubjectKind is not PetitionSubjectKind.Clause || Filled(text.Clause), new("petition.clause-missing", nameof(text.Clause))));
    }

    public static Ruling<PetitionMoved> Move(Petition petition, Guid stepId, PetitionMove move, PetitionMover mover, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(petition);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        var transition = PetitionStates.Find(petition.State, move.Action);
        var breaches = new List<Breach>();
        if (transition is null)
        {
            breaches.Add(new("petition.wrong-state"));
        }
        else if (!mover.May(transition, petition))
        {
            breaches.Add(new("petition.not-allowed"));
        }

        breaches.AddRange(Faults(petition, move, today));
        return Decide.Unless<PetitionMoved>(breaches, () => new(petition.PetitionId, stepId, move with { Note = move.Note?.Trim() }, transition!.To, mover.UserId, today));
    }

    private static IEnumerable<Breach> Faults(Petition petition, PetitionMove move, DateOnly today)
    {
        if (move.Action is PetitionAction.AskInformation or PetitionAction.SupplyInformation or PetitionAction.Answer or PetitionAction.ExtendDeadline && !Filled(move.Note))
        {
            yield return new("petition.note-missing", nameof(move.Note));
        }

        if (move.Note?.Length > LongestText)
        {
            yield return new("petition.text-too-long", nameof(move.Note), LongestText);
        }

        if (move.Action is PetitionAction.Receive or PetitionAction.ExtendDeadline)
        {
            if (move.Deadline is not { } deadline)
            {
                yield return new("petition.deadline-missing", nameof(move.Deadline));
            }
            else if (deadline < today)
            {
                yield return new("petition.deadline-past", nameof(move.Deadline));
            }
            else if (move.Action is PetitionAction.ExtendDeadline && deadline <= petition.Deadline)
            {
                yield return new("petition.deadline-not-later", nameof(move.Deadline));
            }
        }
        else if (move.Deadline is not null)
        {
            yield return new("petition.deadline-not-here", nameof(move.Deadline));
        }

        if (move.DocumentDate > today)
        {
            yield return new("petition.document-in-future", nameof(move.DocumentDate));
        }

        if (Filled(move.DocumentNumber) != (move.DocumentDate is not null))
        {
            yield return new("petition.document-incomplete", nameof(move.DocumentNumber));
        }

        if (move.Action is PetitionAction.Group && move.AmendmentProposalId is null)
        {
            yield return new("petition.proposal-missing", nameof(move.AmendmentProposalId));
        }

        if (move.Action is PetitionAction.Group && petition.AmendmentProposalId is not null && petition.AmendmentProposalId != move.AmendmentProposalId)
        {
            yield return new("petition.already-grouped", nameof(move.AmendmentProposalId));
        }
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>Nội dung gửi của phản ánh, kiến nghị.</summary>
public sealed record PetitionText(
    PetitionKind Kind,
    PetitionSubjectKind SubjectKind,
    Guid? SubjectId,
    string? Clause,
    string Title,
    string Text,
    string FilerName,
    string? CommuneCode = null);

/// <summary>Một bước xử lý được yêu cầu.</summary>
public sealed record PetitionMove(
    PetitionAction Action,
    string? Note = null,
    string? DocumentNumber = null,
    DateOnly? DocumentDate = null,
    DateOnly? Deadline = null,
    Guid? AmendmentProposalId = null);

/// <summary>Đã gửi phản ánh, kiến nghị.</summary>
public sealed record PetitionFiled(Guid PetitionId, string Code, string ProvinceCode, PetitionText Text, Guid FiledBy, Guid? OrganisationId, DateOnly On);

/// <summary>Đã chuyển bước xử lý phản ánh, kiến nghị.</summary>
public sealed record PetitionMoved(Guid PetitionId, Guid PetitionStepId, PetitionMove Move, PetitionState To, Guid By, DateOnly On);
